/** {@link dev.parlance.aws.dynamodb.DynamoDbDocuments}: survey sessions in DynamoDB. */
@NullMarked
package dev.parlance.aws.dynamodb;

import org.jspecify.annotations.NullMarked;
