import { inEnglish, inJapanese } from './hospital-world';
import { tellTheGuest } from './guest-phone';
import { tellTheEmptiness, tellTheHospital } from './hospital';
import { tellTheLanguages } from './languages';
import { tellTheMove } from './moved';
import type { Place } from './place';
import { tellTheRobot } from './robot';

/** All that begins with nobody, told one after the other in one installation, each about a hospital of its own. */
export function tellEverything(place: Place): void {
  tellTheEmptiness(place);
  tellTheHospital(place, inEnglish);
  tellTheHospital(place, inJapanese);
  tellTheRobot(place);
  tellTheGuest(place);
  tellTheMove(place);
  tellTheLanguages(place);
}
