/** A style goes into the file that stands beside the program. */
declare module '*.css';
