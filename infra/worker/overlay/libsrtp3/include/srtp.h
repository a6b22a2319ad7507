/*
 * The libsrtp 3 calls that the mediasoup worker makes, answered by libsrtp 2.
 *
 * Version 3 hides its policy behind a pointer and protects from one buffer into another; version 2 has an open struct
 * and works in place. The calls differ in their parameter types, so plain C++ overloads beside the old functions are
 * enough. Only the policy type has the same name in both, hence the one rename around the include.
 */
#pragma once

#define srtp_policy_t srtp2_policy_t
#include <srtp2/srtp.h>
#undef srtp_policy_t

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <new>

// Codes that only version 3 has. Their numbers follow the last one of version 2.
inline constexpr srtp_err_status_t srtp_err_status_buffer_small = static_cast<srtp_err_status_t>(28);
inline constexpr srtp_err_status_t srtp_err_status_cryptex_err  = static_cast<srtp_err_status_t>(29);

namespace okaeri
{
	/** What version 3 keeps behind its pointer: the old struct, and the bytes its key field points at. */
	struct SrtpPolicy
	{
		srtp2_policy_t open{};
		std::array<uint8_t, SRTP_MAX_KEY_LEN> keyAndSalt{};
	};

	using SrtpInPlace = srtp_err_status_t (*)(srtp_t, void*, int*);

	/** Runs an in-place call of version 2 from `in` to `out`; `growth` is the most that it may append. */
	inline srtp_err_status_t srtpInto(
	  SrtpInPlace call, srtp_t session, const uint8_t* in, size_t inLen, uint8_t* out, size_t* outLen, size_t growth)
	{
		if (inLen > static_cast<size_t>(std::numeric_limits<int>::max()))
		{
			return srtp_err_status_bad_param;
		}

		// Version 2 takes no buffer size: without this check it would write its trailer past the end.
		if (inLen + growth > *outLen)
		{
			return srtp_err_status_buffer_small;
		}

		if (in != out)
		{
			std::memmove(out, in, inLen);
		}

		int length        = static_cast<int>(inLen);
		const auto status = call(session, out, &length);

		if (status == srtp_err_status_ok)
		{
			*outLen = static_cast<size_t>(length);
		}

		return status;
	}
} // namespace okaeri

using srtp_policy_t = okaeri::SrtpPolicy*;

inline srtp_err_status_t srtp_policy_create(srtp_policy_t* policy)
{
	*policy = new (std::nothrow) okaeri::SrtpPolicy();

	return *policy ? srtp_err_status_ok : srtp_err_status_alloc_fail;
}

inline void srtp_policy_destroy(srtp_policy_t policy)
{
	if (policy)
	{
		// Key material does not stay behind in freed memory.
		explicit_bzero(policy->keyAndSalt.data(), policy->keyAndSalt.size());
		delete policy;
	}
}

inline srtp_err_status_t srtp_policy_set_ssrc(srtp_policy_t policy, srtp_ssrc_t ssrc)
{
	policy->open.ssrc = ssrc;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_profile(srtp_policy_t policy, srtp_profile_t profile)
{
	const auto status = srtp_crypto_policy_set_from_profile_for_rtp(&policy->open.rtp, profile);

	return status == srtp_err_status_ok ? srtp_crypto_policy_set_from_profile_for_rtcp(&policy->open.rtcp, profile)
	                                    : status;
}

inline srtp_err_status_t srtp_policy_add_key(
  srtp_policy_t policy,
  const uint8_t* key,
  size_t keyLen,
  const uint8_t* salt,
  size_t saltLen,
  const uint8_t* /*mki*/,
  size_t mkiLen)
{
	auto& joined = policy->keyAndSalt;

	if (mkiLen != 0 || keyLen + saltLen > joined.size())
	{
		return srtp_err_status_bad_param;
	}

	std::copy_n(salt, saltLen, std::copy_n(key, keyLen, joined.begin()));
	policy->open.key = joined.data();

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(srtp_policy_t policy, bool allow)
{
	policy->open.allow_repeat_tx = allow ? 1 : 0;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_window_size(srtp_policy_t policy, size_t packets)
{
	policy->open.window_size = packets;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_create(srtp_t* session, srtp_policy_t policy)
{
	return srtp_create(session, static_cast<const srtp2_policy_t*>(&policy->open));
}

inline srtp_err_status_t srtp_stream_remove(srtp_t session, uint32_t ssrc)
{
	return srtp_remove_stream(session, ssrc);
}

inline srtp_err_status_t srtp_protect(
  srtp_t session, const uint8_t* rtp, size_t rtpLen, uint8_t* srtp, size_t* srtpLen, size_t /*mkiIndex*/)
{
	return okaeri::srtpInto(
	  static_cast<okaeri::SrtpInPlace>(srtp_protect), session, rtp, rtpLen, srtp, srtpLen, SRTP_MAX_TRAILER_LEN);
}

inline srtp_err_status_t srtp_protect_rtcp(
  srtp_t session, const uint8_t* rtcp, size_t rtcpLen, uint8_t* srtcp, size_t* srtcpLen, size_t /*mkiIndex*/)
{
	// SRTCP also appends a four-byte index.
	return okaeri::srtpInto(
	  static_cast<okaeri::SrtpInPlace>(srtp_protect_rtcp),
	  session,
	  rtcp,
	  rtcpLen,
	  srtcp,
	  srtcpLen,
	  SRTP_MAX_TRAILER_LEN + sizeof(uint32_t));
}

inline srtp_err_status_t srtp_unprotect(
  srtp_t session, const uint8_t* srtp, size_t srtpLen, uint8_t* rtp, size_t* rtpLen)
{
	return okaeri::srtpInto(static_cast<okaeri::SrtpInPlace>(srtp_unprotect), session, srtp, srtpLen, rtp, rtpLen, 0);
}

inline srtp_err_status_t srtp_unprotect_rtcp(
  srtp_t session, const uint8_t* srtcp, size_t srtcpLen, uint8_t* rtcp, size_t* rtcpLen)
{
	return okaeri::srtpInto(
	  static_cast<okaeri::SrtpInPlace>(srtp_unprotect_rtcp), session, srtcp, srtcpLen, rtcp, rtcpLen, 0);
}
