import { tellEverything } from './everything';
import { emptyInstallation } from './place';

tellEverything(emptyInstallation('one machine'));
