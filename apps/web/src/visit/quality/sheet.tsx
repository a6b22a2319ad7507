import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Call } from '@okaeri/call';
import type { QualitySample } from '@okaeri/contracts';
import { qualityPath } from '../../app/paths';
import { useSay } from '../../locale/say';
import { useUnits } from '../../quality/units';
import type { RoomProps } from '../call/props';
import sheet from '../sheets/sheets.module.css';
import classes from './panel.module.css';

const lookEveryMs = 1000;

/** How this window's own link is just now, for the curious. */
export default function QualitySheet({ page, seat }: Pick<RoomProps, 'page' | 'seat'>) {
  const say = useSay();
  const sample = useSample(seat.call);
  return (
    <div className={sheet.sheetStack} data-screen="quality-panel">
      {sample ? <Now sample={sample} /> : <p className={sheet.sheetText}>{say('quality.none')}</p>}
      {page.mayQuality && (
        <div>
          <Button
            component={Link}
            to={qualityPath(page.card.visitId)}
            target="_blank"
            variant="default"
            data-action="open-quality"
          >
            {say('quality.open')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Now({ sample }: { sample: QualitySample }) {
  const say = useSay();
  const { milliseconds, share, kilobits, plain } = useUnits();
  const known = (value: number | null, format: (value: number) => string) => (value === null ? '–' : format(value));
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className={classes.unseen}>{say('call.quality.label')}</span>
            </th>
            <th scope="col">{say('quality.side.up')}</th>
            <th scope="col">{say('quality.side.down')}</th>
          </tr>
        </thead>
        <tbody>
          <Row name={say('quality.steps.what')}>
            {say(`quality.step.${sample.upStep}`)}
            {say(`quality.step.${sample.downStep}`)}
          </Row>
          <Row name={say('quality.measure.kbps')}>
            {known(sample.upKbps, kilobits)}
            {known(sample.downKbps, kilobits)}
          </Row>
          <Row name={say('quality.measure.loss')}>
            {known(sample.upLoss, share)}
            {known(sample.downLoss, share)}
          </Row>
        </tbody>
      </table>
      <dl className={classes.facts}>
        <dt>{say('quality.measure.roundTrip')}</dt>
        <dd data-round-trip>{known(sample.roundTripMs, milliseconds)}</dd>
        <dt>{say('quality.measure.fps')}</dt>
        <dd>{known(sample.framesPerSecond, plain)}</dd>
        <dt>{say('quality.path.label')}</dt>
        <dd data-path={sample.path}>{sample.path ? say(`quality.path.${sample.path}`) : '–'}</dd>
      </dl>
    </>
  );
}

function Row({ name, children: [up, down] }: { name: string; children: [ReactNode, ReactNode] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{up}</td>
      <td>{down}</td>
    </tr>
  );
}

function useSample(call: Call | null): QualitySample | null {
  const [sample, setSample] = useState(() => call?.quality() ?? null);
  useEffect(() => {
    const timer = setInterval(() => setSample(call?.quality() ?? null), lookEveryMs);
    return () => clearInterval(timer);
  }, [call]);
  return sample;
}
