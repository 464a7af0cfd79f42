package dev.parlance.serverless.maven;

import org.apache.maven.plugins.annotations.Mojo;

/** Compares the project with the running build and logs what a deployment would change. */
@Mojo(name = "plan", requiresProject = false, threadSafe = true)
public final class PlanMojo extends ServerlessMojo {}
