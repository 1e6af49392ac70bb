public import ArgumentParser
public import Composer

extension Fit: ExpressibleByArgument {}
