/**
 * Projects to deploy: functions, assets and variables, from a folder or built in memory. Start with {@link
 * dev.parlance.serverless.project.FunctionsProject}.
 */
@NullMarked
package dev.parlance.serverless.project;

import org.jspecify.annotations.NullMarked;
