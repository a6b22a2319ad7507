import type { Locale } from '@okaeri/contracts';
import en from '../catalogues/en.json';
import fr from '../catalogues/fr.json';
import ja from '../catalogues/ja.json';
import ko from '../catalogues/ko.json';
import vi from '../catalogues/vi.json';
import zh from '../catalogues/zh.json';
import bookingEn from '../catalogues/parts/booking.en.json';
import bookingFr from '../catalogues/parts/booking.fr.json';
import bookingJa from '../catalogues/parts/booking.ja.json';
import bookingKo from '../catalogues/parts/booking.ko.json';
import bookingVi from '../catalogues/parts/booking.vi.json';
import bookingZh from '../catalogues/parts/booking.zh.json';
import chartEn from '../catalogues/parts/chart.en.json';
import chartFr from '../catalogues/parts/chart.fr.json';
import chartJa from '../catalogues/parts/chart.ja.json';
import chartKo from '../catalogues/parts/chart.ko.json';
import chartVi from '../catalogues/parts/chart.vi.json';
import chartZh from '../catalogues/parts/chart.zh.json';
import clocksEn from '../catalogues/parts/clocks.en.json';
import clocksFr from '../catalogues/parts/clocks.fr.json';
import clocksJa from '../catalogues/parts/clocks.ja.json';
import clocksKo from '../catalogues/parts/clocks.ko.json';
import clocksVi from '../catalogues/parts/clocks.vi.json';
import clocksZh from '../catalogues/parts/clocks.zh.json';
import consentEn from '../catalogues/parts/consent.en.json';
import consentFr from '../catalogues/parts/consent.fr.json';
import consentJa from '../catalogues/parts/consent.ja.json';
import consentKo from '../catalogues/parts/consent.ko.json';
import consentVi from '../catalogues/parts/consent.vi.json';
import consentZh from '../catalogues/parts/consent.zh.json';
import doorEn from '../catalogues/parts/door.en.json';
import doorFr from '../catalogues/parts/door.fr.json';
import doorJa from '../catalogues/parts/door.ja.json';
import doorKo from '../catalogues/parts/door.ko.json';
import doorVi from '../catalogues/parts/door.vi.json';
import doorZh from '../catalogues/parts/door.zh.json';
import errorEn from '../catalogues/parts/error.en.json';
import errorFr from '../catalogues/parts/error.fr.json';
import errorJa from '../catalogues/parts/error.ja.json';
import errorKo from '../catalogues/parts/error.ko.json';
import errorVi from '../catalogues/parts/error.vi.json';
import errorZh from '../catalogues/parts/error.zh.json';
import imagingEn from '../catalogues/parts/imaging.en.json';
import imagingFr from '../catalogues/parts/imaging.fr.json';
import imagingJa from '../catalogues/parts/imaging.ja.json';
import imagingKo from '../catalogues/parts/imaging.ko.json';
import imagingVi from '../catalogues/parts/imaging.vi.json';
import imagingZh from '../catalogues/parts/imaging.zh.json';
import mailEn from '../catalogues/parts/mail.en.json';
import mailFr from '../catalogues/parts/mail.fr.json';
import mailJa from '../catalogues/parts/mail.ja.json';
import mailKo from '../catalogues/parts/mail.ko.json';
import mailVi from '../catalogues/parts/mail.vi.json';
import mailZh from '../catalogues/parts/mail.zh.json';
import messageEn from '../catalogues/parts/message.en.json';
import messageFr from '../catalogues/parts/message.fr.json';
import messageJa from '../catalogues/parts/message.ja.json';
import messageKo from '../catalogues/parts/message.ko.json';
import messageVi from '../catalogues/parts/message.vi.json';
import messageZh from '../catalogues/parts/message.zh.json';
import pagesEn from '../catalogues/parts/pages.en.json';
import pagesFr from '../catalogues/parts/pages.fr.json';
import pagesJa from '../catalogues/parts/pages.ja.json';
import pagesKo from '../catalogues/parts/pages.ko.json';
import pagesVi from '../catalogues/parts/pages.vi.json';
import pagesZh from '../catalogues/parts/pages.zh.json';
import planEn from '../catalogues/parts/plan.en.json';
import planFr from '../catalogues/parts/plan.fr.json';
import planJa from '../catalogues/parts/plan.ja.json';
import planKo from '../catalogues/parts/plan.ko.json';
import planVi from '../catalogues/parts/plan.vi.json';
import planZh from '../catalogues/parts/plan.zh.json';
import qualityEn from '../catalogues/parts/quality.en.json';
import qualityFr from '../catalogues/parts/quality.fr.json';
import qualityJa from '../catalogues/parts/quality.ja.json';
import qualityKo from '../catalogues/parts/quality.ko.json';
import qualityVi from '../catalogues/parts/quality.vi.json';
import qualityZh from '../catalogues/parts/quality.zh.json';
import readingEn from '../catalogues/parts/reading.en.json';
import readingFr from '../catalogues/parts/reading.fr.json';
import readingJa from '../catalogues/parts/reading.ja.json';
import readingKo from '../catalogues/parts/reading.ko.json';
import readingVi from '../catalogues/parts/reading.vi.json';
import readingZh from '../catalogues/parts/reading.zh.json';
import readyEn from '../catalogues/parts/ready.en.json';
import readyFr from '../catalogues/parts/ready.fr.json';
import readyJa from '../catalogues/parts/ready.ja.json';
import readyKo from '../catalogues/parts/ready.ko.json';
import readyVi from '../catalogues/parts/ready.vi.json';
import readyZh from '../catalogues/parts/ready.zh.json';
import recordsEn from '../catalogues/parts/records.en.json';
import recordsFr from '../catalogues/parts/records.fr.json';
import recordsJa from '../catalogues/parts/records.ja.json';
import recordsKo from '../catalogues/parts/records.ko.json';
import recordsVi from '../catalogues/parts/records.vi.json';
import recordsZh from '../catalogues/parts/records.zh.json';
import roomEn from '../catalogues/parts/room.en.json';
import roomFr from '../catalogues/parts/room.fr.json';
import roomJa from '../catalogues/parts/room.ja.json';
import roomKo from '../catalogues/parts/room.ko.json';
import roomVi from '../catalogues/parts/room.vi.json';
import roomZh from '../catalogues/parts/room.zh.json';
import sharingEn from '../catalogues/parts/sharing.en.json';
import sharingFr from '../catalogues/parts/sharing.fr.json';
import sharingJa from '../catalogues/parts/sharing.ja.json';
import sharingKo from '../catalogues/parts/sharing.ko.json';
import sharingVi from '../catalogues/parts/sharing.vi.json';
import sharingZh from '../catalogues/parts/sharing.zh.json';
import slotsEn from '../catalogues/parts/slots.en.json';
import slotsFr from '../catalogues/parts/slots.fr.json';
import slotsJa from '../catalogues/parts/slots.ja.json';
import slotsKo from '../catalogues/parts/slots.ko.json';
import slotsVi from '../catalogues/parts/slots.vi.json';
import slotsZh from '../catalogues/parts/slots.zh.json';
import toldEn from '../catalogues/parts/told.en.json';
import toldFr from '../catalogues/parts/told.fr.json';
import toldJa from '../catalogues/parts/told.ja.json';
import toldKo from '../catalogues/parts/told.ko.json';
import toldVi from '../catalogues/parts/told.vi.json';
import toldZh from '../catalogues/parts/told.zh.json';
import waitingEn from '../catalogues/parts/waiting.en.json';
import waitingFr from '../catalogues/parts/waiting.fr.json';
import waitingJa from '../catalogues/parts/waiting.ja.json';
import waitingKo from '../catalogues/parts/waiting.ko.json';
import waitingVi from '../catalogues/parts/waiting.vi.json';
import waitingZh from '../catalogues/parts/waiting.zh.json';

const english = {
  ...en,
  ...bookingEn,
  ...chartEn,
  ...clocksEn,
  ...consentEn,
  ...doorEn,
  ...errorEn,
  ...imagingEn,
  ...mailEn,
  ...messageEn,
  ...pagesEn,
  ...planEn,
  ...qualityEn,
  ...readingEn,
  ...readyEn,
  ...recordsEn,
  ...roomEn,
  ...sharingEn,
  ...slotsEn,
  ...toldEn,
  ...waitingEn,
};

/** Every sentence has one key, `area.thing.part`; English is the list of what exists. */
export type MessageKey = keyof typeof english;

export type Catalogue = Readonly<Partial<Record<MessageKey, string>>>;

/**
 * All six at once, for the server. A page loads its reader's alone, and no part that only a mail says. A key lives in one
 * file; the gate over the catalogues holds that.
 */
export const catalogues: Readonly<Record<Locale, Catalogue>> = {
  en: english,
  ja: {
    ...ja,
    ...bookingJa,
    ...chartJa,
    ...clocksJa,
    ...consentJa,
    ...doorJa,
    ...errorJa,
    ...imagingJa,
    ...mailJa,
    ...messageJa,
    ...pagesJa,
    ...planJa,
    ...qualityJa,
    ...readingJa,
    ...readyJa,
    ...recordsJa,
    ...roomJa,
    ...sharingJa,
    ...slotsJa,
    ...toldJa,
    ...waitingJa,
  },
  vi: {
    ...vi,
    ...bookingVi,
    ...chartVi,
    ...clocksVi,
    ...consentVi,
    ...doorVi,
    ...errorVi,
    ...imagingVi,
    ...mailVi,
    ...messageVi,
    ...pagesVi,
    ...planVi,
    ...qualityVi,
    ...readingVi,
    ...readyVi,
    ...recordsVi,
    ...roomVi,
    ...sharingVi,
    ...slotsVi,
    ...toldVi,
    ...waitingVi,
  },
  fr: {
    ...fr,
    ...bookingFr,
    ...chartFr,
    ...clocksFr,
    ...consentFr,
    ...doorFr,
    ...errorFr,
    ...imagingFr,
    ...mailFr,
    ...messageFr,
    ...pagesFr,
    ...planFr,
    ...qualityFr,
    ...readingFr,
    ...readyFr,
    ...recordsFr,
    ...roomFr,
    ...sharingFr,
    ...slotsFr,
    ...toldFr,
    ...waitingFr,
  },
  zh: {
    ...zh,
    ...bookingZh,
    ...chartZh,
    ...clocksZh,
    ...consentZh,
    ...doorZh,
    ...errorZh,
    ...imagingZh,
    ...mailZh,
    ...messageZh,
    ...pagesZh,
    ...planZh,
    ...qualityZh,
    ...readingZh,
    ...readyZh,
    ...recordsZh,
    ...roomZh,
    ...sharingZh,
    ...slotsZh,
    ...toldZh,
    ...waitingZh,
  },
  ko: {
    ...ko,
    ...bookingKo,
    ...chartKo,
    ...clocksKo,
    ...consentKo,
    ...doorKo,
    ...errorKo,
    ...imagingKo,
    ...mailKo,
    ...messageKo,
    ...pagesKo,
    ...planKo,
    ...qualityKo,
    ...readingKo,
    ...readyKo,
    ...recordsKo,
    ...roomKo,
    ...sharingKo,
    ...slotsKo,
    ...toldKo,
    ...waitingKo,
  },
};
