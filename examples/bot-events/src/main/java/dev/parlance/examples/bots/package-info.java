/** Two bots in one program. */
package dev.parlance.examples.bots;
