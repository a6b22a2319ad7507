import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Suspense, useState, type ReactNode } from 'react';
import type { FileView, ImagingSeries } from '@okaeri/contracts';
import { ApiError } from '../../api/client';
import { isKeptBack } from '../../api/kept-back';
import { later } from '../../app/later';
import { Trouble } from '../../app/trouble';
import { upload } from '../../files/uploads';
import type { Item } from '../../images/items';
import { useSeries } from '../../images/use-series';
import { useSay } from '../../locale/say';
import { About } from '../../parts/about';
import { Closed } from '../../record/closed';
import { useStudies } from '../../record/studies';
import panel from './panel.module.css';

const Viewer = later(() => import('../../images/viewer'));

interface FromRecordProps {
  personId: string;
  visitId: string;
  files: readonly FileView[];
  /** Somebody else shows something. */
  disabled: boolean;
  /** It has become a file of the visit, and can be shown. */
  onShow: (fileId: string) => void;
  /** What else there is of the record, while none of its pictures is looked at. */
  children?: ReactNode;
}

/**
 * The pictures of the patient's record, looked at beside the call. One is shown to everybody as it is seen here: it becomes a
 * file of the visit, for a tour's people may not all open the record.
 */
export function FromRecord(props: FromRecordProps) {
  const say = useSay();
  const [open, setOpen] = useState<string | null>(null);
  const { data, error } = useStudies(props.personId);
  const series = isKeptBack(error) ? [] : (data?.studies ?? []).flatMap((study) => study.series);
  if (open) return <Opened {...props} seriesId={open} onBack={() => setOpen(null)} />;
  if (series.length === 0) return props.children;
  return (
    <>
      <h3 className={panel.name}>{say('images.section')}</h3>
      <ul className={panel.files}>
        {series.map(({ seriesId, description, modalityWords, frames, shown }) => (
          <li key={seriesId} className={panel.file}>
            <span className={panel.words}>
              <bdi className={panel.name}>{description ?? modalityWords}</bdi>
              <span className={panel.quiet}>{say('images.count', { count: frames })}</span>
            </span>
            <Button
              variant="default"
              disabled={shown === 0}
              onClick={() => setOpen(seriesId)}
              data-action="look-series"
              data-series={seriesId}
            >
              {say('images.look')}
              <About name={description ?? modalityWords} />
            </Button>
          </li>
        ))}
      </ul>
      {props.children}
    </>
  );
}

function Opened(props: FromRecordProps & { seriesId: string; onBack: () => void }) {
  const say = useSay();
  const { personId, seriesId, onBack } = props;
  const { data, error, refetch } = useSeries(personId, seriesId);
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<IconArrowLeft size={22} aria-hidden="true" />}
        onClick={onBack}
        data-action="close-series"
      >
        {say('file.close')}
      </Button>
      {isKeptBack(error) ? (
        <Closed />
      ) : data ? (
        <Suspense fallback={<Skeleton height={240} radius="lg" />}>
          <Viewer series={data} deeds={(item) => <Show {...props} series={data} item={item} />} />
        </Suspense>
      ) : error ? (
        <Trouble error={error} again={() => void refetch()} />
      ) : (
        <Skeleton height={240} radius="lg" />
      )}
    </>
  );
}

interface ShowProps extends FromRecordProps {
  series: ImagingSeries;
  item: Item;
}

function Show({ visitId, files, disabled, onShow, series, item }: ShowProps) {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const show = async (button: HTMLElement) => {
    setBusy(true);
    setError(null);
    try {
      const blob = await pictureOf(button.closest('[data-screen=images]')?.querySelector('canvas') ?? null);
      const name = `${series.modality}-${item.instance.number ?? 1}-${item.frame + 1}.png`;
      const file = await upload(visitId, new File([blob], name, { type: blob.type }), files);
      if (file?.state === 'ready') onShow(file.fileId);
      else setError(new ApiError('internal', 0, ''));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {error !== null && <Trouble error={error} />}
      <Button
        loading={busy}
        disabled={disabled}
        onClick={(event) => void show(event.currentTarget)}
        data-action="show-picture"
      >
        {say('tour.start')}
      </Button>
    </>
  );
}

function pictureOf(canvas: HTMLCanvasElement | null): Promise<Blob> {
  return new Promise((resolve, reject) => {
    if (!canvas) reject(new ApiError('internal', 0, ''));
    else canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new ApiError('internal', 0, ''))), 'image/png');
  });
}
