import { useQuery } from '@tanstack/react-query';
import type { DeidentifiedView } from '@okaeri/contracts';
import { body, typed } from '../api/typed';
import { Trouble } from '../app/trouble';
import { reachable } from '../files/reachable';
import { useSay } from '../locale/say';
import card from '../parts/card.module.css';
import { Dialog } from '../parts/dialog';
import { SaveFile } from '../parts/save-file';
import classes from './images.module.css';

interface WithoutNameProps {
  personId: string;
  instanceId: string;
  onClose: () => void;
}

/** What of a picture tells whose it is, and what becomes of it: to be looked at before the picture is handed on. */
export function WithoutName({ personId, instanceId, onClose }: WithoutNameProps) {
  const say = useSay();
  const query = useQuery({
    queryKey: ['deidentified', instanceId],
    queryFn: (): Promise<DeidentifiedView> =>
      body(
        typed.GET('/api/patients/{personId}/imaging/instances/{instanceId}/deidentified', {
          params: { path: { personId, instanceId } },
        }),
      ),
  });
  const { data, error } = query;
  return (
    <Dialog title={say('images.nameless.title')} onClose={onClose}>
      <p>{say('images.nameless.lead')}</p>
      {error && <Trouble error={error} again={() => void query.refetch()} />}
      {!data && !error && <p role="status">{say('common.loading')}</p>}
      {data && (
        <div data-screen="nameless">
          {data.burnedIn !== 'no' && <p className={card.note}>{say(`images.nameless.burned.${data.burnedIn}`)}</p>}
          <div className={classes.table} {...reachable} role="group" aria-label={say('images.nameless.title')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('images.nameless.what')}</th>
                  <th scope="col">{say('images.nameless.before')}</th>
                  <th scope="col">{say('images.nameless.after')}</th>
                </tr>
              </thead>
              <tbody>
                {data.rows.map(({ tag, name, before, after }) => (
                  <tr key={tag} data-tag={tag}>
                    <th scope="row">
                      {inWords(name) || say('images.nameless.private')} <span className={classes.tag}>{tag}</span>
                    </th>
                    <td>{before}</td>
                    <td>{after || say('images.nameless.goes')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <SaveFile href={data.href} action="save-nameless" first>
            {say('images.nameless.save')}
          </SaveFile>
        </div>
      )}
    </Dialog>
  );
}

/** The standard writes its names without spaces, and a phone would break them anywhere. */
const inWords = (name: string) => name.replace(/([a-z])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3 $2');
