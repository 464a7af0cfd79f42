package dev.parlance.security.contract;

import dev.parlance.security.servlet.SignatureFilter;
import jakarta.servlet.Filter;
import java.util.List;

/** The filters of a servlet application. */
final class ServletFilters {
    private ServletFilters() {}

    /** The check and a filter that reads the body, in the order of this setup. */
    static List<Filter> of(ContractSetup setup) {
        Filter check = SignatureFilter.of(setup.signedWebhooks());
        return setup == ContractSetup.FORM_READ_BEFORE
                ? List.of(new FormReader(), check)
                : List.of(check, new FormReader());
    }
}
