/**
 * What is deployed: functions, assets, variables, from a folder or from memory. Begin with {@link
 * dev.parlance.serverless.project.FunctionsProject}.
 */
@NullMarked
package dev.parlance.serverless.project;

import org.jspecify.annotations.NullMarked;
