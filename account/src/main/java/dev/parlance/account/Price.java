package dev.parlance.account;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * What something cost.
 *
 * @param amount as Twilio writes it: below zero for what is charged
 * @param currency the currency of the account
 */
public record Price(BigDecimal amount, Currency currency) {}
