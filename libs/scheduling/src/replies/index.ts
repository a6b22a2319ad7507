export { judgeAnswer } from './judge';
