// The machines at home of the example site: each service tells who it is and what it was asked. Arguments: a key and its
// certificate.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';

const [key, cert] = process.argv.slice(2).map((file) => readFileSync(file));

const echo = (server) => (request, response) => {
  request.resume();
  request.on('end', () => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ server, url: request.url, headers: request.headers }));
  });
};

process.stdin.once('data', () => {
  createServer(echo('photos')).listen(2283, '192.168.4.20');
  createServer(echo('notes')).listen(3000, '192.168.4.21');
  createServer(echo('weather')).listen(8080, '192.168.4.22');
  createSecureServer({ key, cert }, echo('nas')).listen(5001, '192.168.4.10', () => console.log('ready'));
});
