/** {@link dev.parlance.aws.dynamodb.DynamoDbSessions}: survey sessions in DynamoDB. */
@NullMarked
package dev.parlance.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
