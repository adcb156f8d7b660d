import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { type FormEvent, useState } from 'react';

type SearchFieldProps = Readonly<{
  label: string;
  value: string | undefined;
  onSearch: (text: string | undefined) => void;
}>;

const longest = 100;

/** A field that searches when one presses Enter or leaves it, not at each letter. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value ?? '');
  const [searched, setSearched] = useState(value);
  // Whoever goes back reads what is searched for then, not what was typed since.
  if (searched !== value) {
    setSearched(value);
    setText(value ?? '');
  }
  const search = () => {
    const wanted = text.trim() === '' ? undefined : text.trim();
    if (wanted !== value) onSearch(wanted);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    search();
  };
  return (
    <Box component="search">
      <form onSubmit={submit}>
        <TextField
          type="search"
          label={label}
          value={text}
          onChange={({ target }) => setText(target.value.slice(0, longest))}
          onBlur={search}
          sx={{ width: { xs: 1, sm: 320 } }}
        />
      </form>
    </Box>
  );
}
