package dev.parlance.spring.test;

import org.springframework.stereotype.Service;

/** Has nothing to do with texts and calls. */
@Service
class Archive {}
