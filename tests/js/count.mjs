// Counts the different triples of a file as n3.js reads it: node count.mjs FILE FORMAT
import { createReadStream } from 'node:fs';
import { StreamParser } from 'n3';

const [, , file, format] = process.argv;
const triples = new Set();
createReadStream(file, 'utf8')
  .pipe(new StreamParser({ format }))
  .on('data', ({ subject, predicate, object }) => triples.add(JSON.stringify([subject.id, predicate.id, object.id])))
  .on('error', (error) => { console.error(error.message); process.exit(1); })
  .on('end', () => console.log(triples.size));
