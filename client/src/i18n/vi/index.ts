import agenda from './agenda.json';
import desk from './desk.json';
import errors from './errors.json';
import identity from './identity.json';
import papers from './papers.json';
import sessionPage from './sessionPage.json';
import sessions from './sessions.json';
import shell from './shell.json';
import ui from './ui.json';
import voting from './voting.json';

export default { agenda, desk, errors, identity, papers, sessionPage, sessions, shell, ui, voting };
