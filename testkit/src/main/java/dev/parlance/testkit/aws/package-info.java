/**
 * What an application on AWS needs to run on the developer's own machine: {@link dev.parlance.testkit.aws.FakeAws} for secrets,
 * parameters and events, {@link dev.parlance.testkit.aws.LocalDynamoDb} and {@link dev.parlance.testkit.aws.LocalS3} for real
 * engines, {@link dev.parlance.testkit.aws.LocalLambda} for functions under AWS's own runtime.
 */
@NullMarked
package dev.parlance.testkit.aws;

import org.jspecify.annotations.NullMarked;
