/**
 * What coturn reads. It relays UDP to the sfu nodes and to nobody else: where it stands in a network, everything else that it
 * could reach must not be reached through it. coturn refuses loopback whatever is allowed, so no node may be behind one.
 */
export const turnConfig = ({ secret, host, port, relayHost = host, peers, cert, key, ports = [49_152, 65_535] }) => `
# Credentials are a name that runs out and its HMAC: nothing is kept here about anybody.
use-auth-secret
static-auth-secret=${secret}
realm=okaeri
fingerprint
stale-nonce=600

# TLS alone: who gets here got through nowhere else.
listening-ip=${host}
tls-listening-port=${port}
relay-ip=${relayHost}
min-port=${ports[0]}
max-port=${ports[1]}
no-udp
no-tcp
no-dtls
no-tlsv1
no-tlsv1_1
cert=${cert}
pkey=${key}

# To the sfu nodes alone. What is allowed goes before what is denied.
no-tcp-relay
no-multicast-peers
denied-peer-ip=0.0.0.0-255.255.255.255
denied-peer-ip=::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
${peers.map((peer) => `allowed-peer-ip=${peer}`).join('\n')}

# A seat has a sending and a receiving way, and both again while it comes back. Bytes a second, of one way.
user-quota=8
total-quota=1200
max-bps=600000

no-stun
no-cli
no-software-attribute
no-rfc5780
no-dynamic-ip-list
no-dynamic-realms
log-file=stdout
new-log-timestamp
`;
