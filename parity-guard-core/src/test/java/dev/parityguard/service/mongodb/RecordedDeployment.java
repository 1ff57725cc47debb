package dev.parityguard.service.mongodb;

import dev.parityguard.servers.MongoStub;

/** Recorded: a replica set of MongoDB 7.0, as the documentation of its commands shows their answers. */
final class RecordedDeployment {
    private RecordedDeployment() {}

    static MongoStub start() {
        String hello = """
                {"isWritablePrimary": true, "ismaster": true, "helloOk": true, "maxBsonObjectSize": 16777216,
                 "maxMessageSizeBytes": 48000000, "maxWriteBatchSize": 100000, "minWireVersion": 0,
                 "maxWireVersion": 21, "readOnly": false}""";
        return MongoStub.start()
                .answer("hello", hello)
                .answer("isMaster", hello)
                .answer("ismaster", hello)
                .answer("buildInfo", """
                        {"version": "7.0.14", "gitVersion": "ce59cfc6a3c5e5c067dca0d30697edd68d4f5188", "modules": [],
                         "versionArray": [7, 0, 14, 0], "bits": 64, "maxBsonObjectSize": 16777216}""")
                .answer("getParameter", """
                        {"featureCompatibilityVersion": {"version": "7.0"}, "notablescan": false,
                         "transactionLifetimeLimitSeconds": 60}""")
                .answer("getDefaultRWConcern", """
                        {"defaultReadConcern": {"level": "local"},
                         "defaultWriteConcern": {"w": "majority", "wtimeout": 0}, "defaultWriteConcernSource": "implicit"}""")
                .answer("listCollections", """
                        {"cursor": {"id": {"$numberLong": "0"}, "ns": "shop.$cmd.listCollections", "firstBatch": [
                            {"name": "orders", "type": "collection", "info": {"readOnly": false}, "options": {
                                "validator": {"$jsonSchema": {"required": ["total", "customer"]}},
                                "collation": {"locale": "en", "strength": 2}}},
                            {"name": "open_orders", "type": "view", "options": {"viewOn": "orders", "pipeline": []}}]}}""")
                .answer("listIndexes", """
                        {"cursor": {"id": {"$numberLong": "0"}, "ns": "shop.orders", "firstBatch": [
                            {"v": 2, "key": {"_id": 1}, "name": "_id_"},
                            {"v": 2, "key": {"customer": 1, "at": -1}, "name": "by_customer", "unique": true,
                             "partialFilterExpression": {"open": true}},
                            {"v": 2, "key": {"at": 1.0}, "name": "ttl", "expireAfterSeconds": 3600}]}}""");
    }
}
