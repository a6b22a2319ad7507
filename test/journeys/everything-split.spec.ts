import { tellEverything } from './everything';
import { emptyInstallation } from './place';

tellEverything(emptyInstallation('the split run'));
