/** What a form says once a listing is changed. */
export const savedText = 'Saved. Travelers see it now.';
