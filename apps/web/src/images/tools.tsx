import {
  IconArrowsMove,
  IconArrowsMoveVertical,
  IconContrastFilled,
  IconPlayerPause,
  IconPlayerPlay,
  IconRestore,
  IconRulerMeasure,
  IconZoomIn,
  IconZoomOut,
  type Icon,
} from '@tabler/icons-react';
import { useSay } from '../locale/say';
import classes from './images.module.css';
import { presetNames, type Preset } from './window';

/** What one finger, or the mouse, does on the picture. */
export const tools = ['scroll', 'window', 'move', 'line'] as const;
export type Tool = (typeof tools)[number];

const signs: Record<Tool, Icon> = {
  scroll: IconArrowsMoveVertical,
  window: IconContrastFilled,
  move: IconArrowsMove,
  line: IconRulerMeasure,
};

interface ToolsProps {
  tool: Tool;
  many: boolean;
  playing: boolean;
  onTool: (tool: Tool) => void;
  onPlay: () => void;
  onZoom: (factor: number) => void;
  onReset: () => void;
}

export function Tools({ tool, many, playing, onTool, onPlay, onZoom, onReset }: ToolsProps) {
  const say = useSay();
  return (
    <div className={classes.tools}>
      <div role="group" aria-label={say('images.tools')} className={classes.toolRow}>
        {tools.map((each) =>
          each === 'scroll' && !many ? null : (
            <ToolButton
              key={each}
              sign={signs[each]}
              words={say(`images.tool.${each}`)}
              action={`tool-${each}`}
              pressed={tool === each}
              onClick={() => onTool(each)}
            />
          ),
        )}
      </div>
      <div role="group" aria-label={say('images.deeds')} className={classes.toolRow}>
        {many && (
          <ToolButton
            sign={playing ? IconPlayerPause : IconPlayerPlay}
            words={playing ? say('images.pause') : say('images.play')}
            action="play"
            onClick={onPlay}
          />
        )}
        <ToolButton sign={IconZoomIn} words={say('images.larger')} action="larger" onClick={() => onZoom(1.5)} />
        <ToolButton sign={IconZoomOut} words={say('images.smaller')} action="smaller" onClick={() => onZoom(1 / 1.5)} />
        <ToolButton sign={IconRestore} words={say('images.reset')} action="reset" onClick={onReset} />
      </div>
    </div>
  );
}

interface ToolButtonProps {
  sign: Icon;
  words: string;
  action: string;
  pressed?: boolean;
  onClick: () => void;
}

function ToolButton({ sign: Sign, words, action, pressed, onClick }: ToolButtonProps) {
  return (
    <button type="button" className={classes.tool} aria-pressed={pressed} onClick={onClick} data-action={action}>
      <Sign size={24} stroke={1.75} aria-hidden="true" />
      <span>{words}</span>
    </button>
  );
}

/** As the file says or the picture needs, or by a hand; of a CT also as one looks at a part of the body. */
export type Shown = Preset | 'auto' | 'hand';

export function Presets({ shown, onShow }: { shown: Shown; onShow: (shown: Shown) => void }) {
  const say = useSay();
  return (
    <div role="group" aria-label={say('images.presets')} className={classes.presets}>
      {(['auto', ...presetNames] as const).map((each) => (
        <button
          key={each}
          type="button"
          className={classes.preset}
          aria-pressed={shown === each}
          onClick={() => onShow(each)}
          data-action={`preset-${each}`}
        >
          {say(`images.preset.${each}`)}
        </button>
      ))}
    </div>
  );
}
