/**
 * What is deployed: {@link dev.parlance.serverless.project.FunctionsProject} reads a folder in the layout of Twilio's Serverless
 * Toolkit, or is built in memory.
 *
 * <pre>{@code
 * FunctionsProject project = FunctionsProject.in(Path.of("."));
 * project.warnings().forEach(System.out::println);
 * project.files().forEach(System.out::println); // public function /hello
 * }</pre>
 */
@NullMarked
package dev.parlance.serverless.project;

import org.jspecify.annotations.NullMarked;
