import { Suspense } from 'react';
import { matchPath, Route, Routes } from 'react-router';
import { later } from './later';
import { NotFound } from './not-found';
import { PageSkeleton } from './page';
import { paths } from './paths';
import { SessionGate } from '../sign-in/session-gate';
import { Start } from './start';

const here = (path: string) => ({ likely: Boolean(matchPath(path, window.location.pathname)) });

const Visit = later(() => import('../visit/page'), here(paths.visit));
const Check = later(() => import('../check/page'), here(paths.check));
const Link = later(() => import('../link/page'), here(paths.link));
const GetReady = later(() => import('../get-ready/page'), here(paths.getReady));
const Welcome = later(() => import('../welcome/page'));
const Note = later(() => import('../note/page'));
const Quality = later(() => import('../quality/page'));
const MyVisits = later(() => import('../my-visits/page'));
const MyFiles = later(() => import('../my-files/page'));
const Looked = later(() => import('../looked/page'));
const MyRecord = later(() => import('../record/page'));
const Images = later(() => import('../images/page'));
const Sharing = later(() => import('../sharing/page'));
const Shl = later(() => import('../shl/page'), here(paths.shl));
const Glass = later(() => import('../glass/page'));
const Today = later(() => import('../today/page'));
const Board = later(() => import('../board/page'));
const Ready = later(() => import('../ready/page'));
const Clocks = later(() => import('../clocks/page'));
const Statistics = later(() => import('../statistics/page'));
const Case = later(() => import('../case/page'));
const Thread = later(() => import('../thread/page'));
const Times = later(() => import('../times/page'));
const MoveTimes = later(() => import('../times/move'));
const Schedule = later(() => import('../schedule/page'));
const Book = later(() => import('../book/page'));
const Series = later(() => import('../series/page'));
const Hours = later(() => import('../hours/page'));
const Register = later(() => import('../register/page'));
const People = later(() => import('../people/page'));
const Settings = later(() => import('../settings/page'));
const Inbox = later(() => import('../inbox/page'));
const Outbox = later(() => import('../outbox/page'));
const Mailbox = later(() => import('../mailbox/page'));
const Mail = later(() => import('../mailbox/mail'));

export function Pages() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Routes>
        <Route element={<SessionGate />}>
          <Route path={paths.start} element={<Start />} />
          <Route path={paths.link} element={<Link />} />
          <Route path={paths.welcome} element={<Welcome />} />
          <Route path={paths.getReady} element={<GetReady />} />
          <Route path={paths.visit} element={<Visit />} />
          <Route path={paths.note} element={<Note />} />
          <Route path={paths.quality} element={<Quality />} />
          <Route path={paths.check} element={<Check />} />
          <Route path={paths.myVisits} element={<MyVisits />} />
          <Route path={paths.myFiles} element={<MyFiles />} />
          <Route path={paths.looked} element={<Looked />} />
          <Route path={paths.record} element={<MyRecord />} />
          <Route path={paths.recordOf} element={<MyRecord />} />
          <Route path={paths.images} element={<Images />} />
          <Route path={paths.sharing} element={<Sharing />} />
          <Route path={paths.shl} element={<Shl />} />
          <Route path={paths.glass} element={<Glass />} />
          <Route path={paths.today} element={<Today />} />
          <Route path={paths.board} element={<Board />} />
          <Route path={paths.ready} element={<Ready />} />
          <Route path={paths.clocks} element={<Clocks />} />
          <Route path={paths.statistics} element={<Statistics />} />
          <Route path={paths.case} element={<Case />} />
          <Route path={paths.thread} element={<Thread />} />
          <Route path={paths.times} element={<Times />} />
          <Route path={paths.moveTimes} element={<MoveTimes />} />
          <Route path={paths.schedule} element={<Schedule />} />
          <Route path={paths.book} element={<Book />} />
          <Route path={paths.series} element={<Series />} />
          <Route path={paths.hours} element={<Hours />} />
          <Route path={paths.hoursOf} element={<Hours />} />
          <Route path={paths.register} element={<Register />} />
          <Route path={paths.people} element={<People />} />
          <Route path={paths.settings} element={<Settings />} />
          <Route path={paths.inbox} element={<Inbox />} />
          <Route path={paths.outbox} element={<Outbox />} />
          <Route path={paths.mailbox} element={<Mailbox />} />
          <Route path={paths.mail} element={<Mail />} />
          <Route path={paths.anything} element={<NotFound />} />
        </Route>
      </Routes>
    </Suspense>
  );
}
