/**
 * Survey sessions in DynamoDB: {@link dev.parlance.aws.dynamodb.DynamoDbDocuments}.
 *
 * <pre>{@code
 * DocumentStore store = DynamoDbDocuments.in(DynamoDbClient.create(), "surveys");
 * }</pre>
 */
@NullMarked
package dev.parlance.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
