/** Surveys by text and by call, in each respondent's language. */
module dev.parlance.survey {
    requires com.fasterxml.jackson.databind;
    requires transitive java.net.http;
    requires transitive dev.parlance.core;
    requires static com.google.i18n.phonenumbers.libphonenumber;
    requires static com.ibm.icu;
    requires static org.jspecify;

    exports dev.parlance.survey;
    exports dev.parlance.survey.analysis;
    exports dev.parlance.survey.compute;
    exports dev.parlance.survey.definition;
    exports dev.parlance.survey.machine;
    exports dev.parlance.survey.question;
    exports dev.parlance.survey.replies;
    exports dev.parlance.survey.results;
    exports dev.parlance.survey.session;
    exports dev.parlance.survey.store;
    exports dev.parlance.survey.words;
}
