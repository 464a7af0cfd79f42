package dev.parlance.survey.reading;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/** Checks a number against its country's numbering plan with Google's libphonenumber. Loaded only if the application has it. */
final class LibPhoneNumber {
    private LibPhoneNumber() {}

    static boolean isValid(String callingCode, String national) {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        try {
            return library.isValidNumber(library.parse("+" + callingCode + national, "ZZ"));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
