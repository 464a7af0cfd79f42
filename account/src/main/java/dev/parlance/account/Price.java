package dev.parlance.account;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * A price.
 *
 * @param amount as Twilio reports it: negative for charges
 * @param currency the currency of the account
 */
public record Price(BigDecimal amount, Currency currency) {}
