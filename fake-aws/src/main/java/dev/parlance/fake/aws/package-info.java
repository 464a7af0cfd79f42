/**
 * AWS on your machine, for tests. {@link dev.parlance.fake.aws.FakeAws} fakes secrets, parameters and events, {@link
 * dev.parlance.fake.aws.LocalAws} runs servers of DynamoDB and S3, and {@link dev.parlance.fake.aws.LocalLambda} runs
 * functions under AWS's own runtime client.
 *
 * <pre>{@code
 * try (FakeAws aws = FakeAws.start()) {
 *     aws.parameter("/survey/GREETING", "Hello");
 *     SsmClient client = SsmClient.builder().endpointOverride(aws.url()).build();
 *     Settings settings = Settings.from(ParameterStore.in(client, "/survey"));
 * }
 * }</pre>
 */
@NullMarked
package dev.parlance.fake.aws;

import org.jspecify.annotations.NullMarked;
