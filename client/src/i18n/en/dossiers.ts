import dossiers from './dossiers.json';

export default { dossiers };
