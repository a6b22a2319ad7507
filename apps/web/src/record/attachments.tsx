import { IconPaperclip } from '@tabler/icons-react';
import type { RecordSection } from '@okaeri/contracts';
import { sizeWords } from '../files/size';
import { useLocale } from '../locale/locale';
import { useSay } from '../locale/say';
import { SaveFile } from '../parts/save-file';
import classes from './record.module.css';

/** Papers and pictures that lie in an entry: data-action `save-attachment`. What lies elsewhere is named, and no link leads out. */
export function Attachments({ line: { attachments } }: { line: RecordSection['lines'][number] }) {
  const say = useSay();
  const { locale } = useLocale();
  return attachments.map(({ title, type, bytes, href }, at) => {
    const name = title ?? type ?? say('medical.attachment.unnamed');
    return href === null ? (
      <p key={`${name} ${at}`} className={classes.quiet}>
        {say('medical.attachment.elsewhere', { name })}
      </p>
    ) : (
      <p key={href} className={classes.attachment}>
        <SaveFile href={href} action="save-attachment" icon={<IconPaperclip size={20} aria-hidden="true" />}>
          {bytes === null
            ? say('medical.attachment.save', { name })
            : say('medical.attachment.sized', { name, size: sizeWords(bytes, locale) })}
        </SaveFile>
      </p>
    );
  });
}
