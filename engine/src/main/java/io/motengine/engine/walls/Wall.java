package io.motengine.engine.walls;

/** What stands between a release and the machine that runs it. Each stops what the others might let through. */
public enum Wall {
    /** Rules say only what the syntax tree may hold. */
    SYNTAX,
    /** Generated classes use only listed members of listed classes, and do not loop. */
    BYTECODE,
    /** Generated classes see only listed classes. */
    LOADER
}
