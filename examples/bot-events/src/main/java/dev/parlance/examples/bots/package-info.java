/** Two bots, one library. */
package dev.parlance.examples.bots;
