import administration from './administration.json';
import agenda from './agenda.json';
import bodies from './bodies.json';
import desk from './desk.json';
import errors from './errors.json';
import identity from './identity.json';
import opinions from './opinions.json';
import papers from './papers.json';
import sessionPage from './sessionPage.json';
import sessions from './sessions.json';
import shell from './shell.json';
import ui from './ui.json';
import voting from './voting.json';

export default { administration, agenda, bodies, desk, errors, identity, opinions, papers, sessionPage, sessions, shell, ui, voting };
