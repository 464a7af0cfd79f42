package dev.parlance.account;

/** Draft. */
public final class TwilioAccount {}
