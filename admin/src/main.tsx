document.title = 'Meridian for operators';
