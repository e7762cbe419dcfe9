import { createRoot } from 'react-dom/client';

const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no place for the app');
createRoot(root).render(<h1>Packhorse</h1>);
