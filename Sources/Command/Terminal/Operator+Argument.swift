public import ArgumentParser
public import Composer

extension Operator: ExpressibleByArgument {}

extension Jump.Settings.Order: ExpressibleByArgument {}
