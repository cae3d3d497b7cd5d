export default {
  app: { name: 'Theo dõi', vendor: 'Dự sinh hoạt' },
  dateFormat: {
    normal: 'DD/MM/YYYY HH:mm',
    long: 'dddd, DD/MM/YYYY HH:mm',
    short: 'DD/MM/YYYY',
    abbr: 'DD/MM/YYYY HH:mm',
  },
  // Vietnamese whatever the browser says: an elder's phone may be set to English.
  locales: { availableLocales: ['vi'], fallbackLocale: 'vi' },
  disableWelcomeMessage: true,
  customScripts: ['plugins/supervision'],
};
