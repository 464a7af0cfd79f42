/** A phone in the browser. */
package dev.parlance.examples.calls;
