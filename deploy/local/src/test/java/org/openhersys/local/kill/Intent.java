package org.openhersys.local.kill;

import org.openhersys.local.journey.Request;

/**
 * Something that a client wants done once.
 *
 * @param key 32 hexadecimal digits: its Idempotency-Key where it has one, the trace of all its
 *     attempts, and a mark in what it writes, by which it is found again
 * @param course the key of the submission that opened the course of care
 * @param request exactly what is sent each time, but for the access token
 */
record Intent(String key, String course, Deed deed, Request request) {}
