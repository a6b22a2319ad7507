import { VisitMessage } from './chat/visit-message.entity';
import { Callback } from './quality/callback.entity';
import { KeptSample } from './quality/quality.entity';
import { VisitStep } from './quality/visit-step.entity';
import { Room } from './rooms/room.entity';
import { ShownNow } from './showing/showing.entity';
import { Sound } from './sound/sound.entity';

export const consultEntities = [Room, Sound, ShownNow, VisitMessage, VisitStep, Callback, KeptSample];
