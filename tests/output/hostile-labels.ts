/** Labels that would break out of a format that does not quote them. */
export const hostileLabels: readonly string[] = [
  '"]; evil -> evil; x [label="',
  'ends in a backslash \\',
  '\\"',
  '\\n is no line break, this is:\nhere\r\nand here',
  '<b>bold</b> & <script>alert(1)</script>',
  '{ | } [ ] ; # // /* */ -> --',
  'שלום "עולם" ‏(1)',
  '库存？',
  '\u0000\u0007\u200b',
];
